import quiz_twice

print(__name__, "runs")
members = ["Ada"]

if __name__ == "__main__":
    members.append("Lin")
    print(len(members), len(quiz_twice.members))
