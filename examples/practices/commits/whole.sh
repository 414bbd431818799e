# A title of exactly 40 characters stays whole: 0 says good, 1 says bad.
python -B -c "from board import short; assert short('x' * 40) == 'x' * 40" 2> /dev/null
