"""What stands between `{{` and `}}` in a brief: finding it before Markdown does, and finding out what it means."""
