"""Sizes on the back of an envelope: guesses with names, so that you can argue about them."""

# Guesses. Wrong by two is fine; wrong by a hundred would change the design.
PEOPLE = 5_000
PROJECTS_PER_PERSON_A_YEAR = 2
POSTS_PER_PROJECT = 30
BYTES_PER_POST = 1_500  # text, keys, indexes
READS_PER_PERSON_A_DAY = 60  # ten visits, six requests each
PEAK = 10  # the busiest second against the average one: everybody comes after class
SECONDS_PER_READ = 0.05
DAY = 24 * 60 * 60

posts = PEOPLE * PROJECTS_PER_PERSON_A_YEAR * POSTS_PER_PROJECT
reads = PEOPLE * READS_PER_PERSON_A_DAY / DAY
writes = posts / 365 / DAY
busy = reads * PEAK * SECONDS_PER_READ  # requests in work at once (Little's law)

print(f"posts a year       {posts:>9,}")
print(f"disk for them      {posts * BYTES_PER_POST / 1e9:>9.2f} GB a year")
print(f"reads a second     {reads:>9.1f} on average, {reads * PEAK:.0f} at the peak")
print(f"writes a second    {writes:>9.2f} on average")
print(f"reads per write    {reads / writes:>9.0f}")
print(f"workers at work    {busy:>9.1f} at the peak")
