"""What the Guide publishes besides its pages: one file per output, each with a function that gives path and bytes."""
