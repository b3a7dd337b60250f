"""What a playbook is: reading it, checking it, and the records it consists of. Knows no output."""
