template = {"slug": "new", "skills": ["python"]}

nexus = template.copy()
nexus["slug"] = "nexus"
nexus["skills"] += ["sql"]

atlas = template.copy()
atlas["skills"] = atlas["skills"] + ["redis"]

print(template["slug"])
print(template["skills"])
print(atlas["skills"])
