shell = {"LEVEL": "ERROR"}
dot_env = {"LEVEL": "DEBUG", "THEME": "light"}
env_file = {"LEVEL": "WARNING", "THEME": "dark"}

filled_in = dot_env | shell  # for ${...} in the compose file
environment = {"LEVEL": filled_in.get("LEVEL", "INFO")}  # LEVEL: ${LEVEL:-INFO}
container = env_file | environment

print(container["LEVEL"], container["THEME"])
