from importlib import import_module

print("before the import")
handlers = import_module("handlers")  # what `import handlers` does
print("after the import, nothing called yet:", list(handlers.HANDLERS))
print(handlers.HANDLERS["accepted"]("Ada"))
import_module("handlers")
print("a second import runs nothing again")
