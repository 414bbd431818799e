from arguments import add_sql, replace_all, with_redis


def test_mutation_reaches_the_caller():
    skills = ["python"]
    add_sql(skills)
    assert skills == ["python", "sql"]


def test_rebinding_stays_inside():
    skills = ["python"]
    replace_all(skills)
    assert skills == ["python"]


def test_a_new_list_leaves_the_old_one_alone():
    skills = ["python"]
    assert with_redis(skills) == ["python", "redis"]
    assert skills == ["python"]
