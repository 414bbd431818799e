"""Load projects alone, then people, then use both."""

import sys


def main() -> None:
    """Show that each module loads without waiting for the other."""
    import cycle_fixed.projects

    print("projects loaded people:", "cycle_fixed.people" in sys.modules)

    from cycle_fixed.people import Person

    project = Person("Ada").start("Food Rescue API")
    print(project.owner.name, "owns", project.title, "in", project.status)
    print("one class:", type(project) is cycle_fixed.projects.Project)


if __name__ == "__main__":
    main()
