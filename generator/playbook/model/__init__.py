"""What a playbook is made of: its chapters as frozen records."""
