echo "starting the board"
