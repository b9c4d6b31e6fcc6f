"""What each command does, one module a command; imported only when it runs, so that ``--help`` is quick."""
