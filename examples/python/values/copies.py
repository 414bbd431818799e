from copy import copy, deepcopy

project = {"slug": "nexus", "skills": ["python"]}
shallow = copy(project)  # project.copy() and dict(project) do the same
deep = deepcopy(project)

shallow["slug"] = "atlas"  # the outer dict: only the copy changes
shallow["skills"].append("sql")  # the inner list: shared with project

print("project:", project)
print("shallow:", shallow)
print("deep:   ", deep)

# Posts per day: three weeks of three days
shared_rows = [[0] * 3] * 3
shared_rows[0][0] = 1
print("[[0] * 3] * 3:", shared_rows)

own_rows = [[0] * 3 for _ in range(3)]  # runs [0] * 3 once per row
own_rows[0][0] = 1
print("one list per row:", own_rows)
