from task import results

CHAIN = {
    "check": ([], "success()"),
    "build": (["check"], "success()"),
    "deploy": (["build"], "success()"),
}


def test_all_runs_when_nothing_fails():
    assert set(results(CHAIN, set()).values()) == {"success"}


def test_a_skipped_job_skips_what_needs_it():
    assert results(CHAIN, {"check"}) == {
        "check": "failure",
        "build": "skipped",
        "deploy": "skipped",
    }, "a skipped job is no success: what needs it is skipped too"


def test_always_runs_and_may_fail():
    jobs = CHAIN | {"report": (["check", "deploy"], "always()")}
    assert results(jobs, {"check", "report"})["report"] == "failure"


def test_failure_needs_a_failure():
    jobs = CHAIN | {"alarm": (["deploy"], "failure()")}
    assert results(jobs, set())["alarm"] == "skipped"


def test_failure_looks_along_the_whole_chain():
    jobs = CHAIN | {"alarm": (["deploy"], "failure()")}
    assert results(jobs, {"check"})["alarm"] == "success", (
        "deploy was skipped, but check failed: failure() sees it"
    )


def test_skipped_alone_is_no_failure():
    jobs = {
        "check": ([], "success()"),
        "alarm": (["check"], "failure()"),
        "second": (["alarm"], "failure()"),
    }
    assert results(jobs, set())["second"] == "skipped", "nothing failed, one job was skipped"


def test_success_after_always_still_sees_the_failure():
    jobs = {
        "check": ([], "success()"),
        "clean": (["check"], "always()"),
        "deploy": (["clean"], "success()"),
    }
    assert results(jobs, {"check"})["deploy"] == "skipped", (
        "clean succeeded, but check stands in the chain and failed"
    )
