"""One `playbook.yaml` in; a handbook website, printed sheets and quizzes out. See generator/README.md."""
