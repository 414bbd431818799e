import sys, random
def pickReviewer( people,list ) :
  return random.choice( [p for p in people if not p in list] )
