"""The addresses of the preview on a real server: who is let in, what is answered, what is told."""

import pytest
from preview_desk import BRIEF, TRIAL, own_project, serving

from briefkit.desk.guard import refusal

PORT = 8420
OURS = f"127.0.0.1:{PORT}"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A preview that nobody changes."""
    with serving(own_project(tmp_path_factory.mktemp("desk") / "project")) as running:
        yield running


@pytest.mark.parametrize(
    ("method", "hosts", "headers", "expected"),
    [
        ("GET", [OURS], {}, None),
        ("HEAD", [f"localhost:{PORT}"], {}, None),
        ("GET", ["LOCALHOST:8420"], {}, None),
        ("GET", [f"evil.example:{PORT}"], {}, 421),
        ("GET", ["127.0.0.1"], {}, 421),
        ("GET", ["127.0.0.1:80"], {}, 421),
        ("GET", [f"127.0.0.1.evil.example:{PORT}"], {}, 421),
        ("GET", [f"[::1]:{PORT}"], {}, 421),
        ("GET", [], {}, 421),
        ("GET", [OURS, f"evil.example:{PORT}"], {}, 421),
        ("POST", [OURS], {}, 405),
        ("PUT", [OURS], {}, 405),
        ("DELETE", [OURS], {}, 405),
        ("OPTIONS", [OURS], {}, 405),
        ("GET", [OURS], {"origin": f"http://{OURS}"}, None),
        ("GET", [OURS], {"origin": "https://evil.example"}, 403),
        ("GET", [OURS], {"origin": "http://127.0.0.1:9999"}, 403),
        ("GET", [OURS], {"origin": "null"}, 403),
        ("GET", [OURS], {"sec-fetch-site": "same-origin"}, None),
        ("GET", [OURS], {"sec-fetch-site": "none", "sec-fetch-mode": "navigate"}, None),
        ("GET", [OURS], {"sec-fetch-site": "same-site", "sec-fetch-mode": "cors"}, 403),
        ("GET", [OURS], {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script"}, 403),
        (
            "GET",
            [OURS],
            {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"},
            403,
        ),
        # Somebody follows a link to the preview: it is shown to them, and the other page learns nothing.
        (
            "GET",
            [OURS],
            {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"},
            None,
        ),
    ],
)
def test_who_is_let_in(method, hosts, headers, expected):
    refused = refusal(method, hosts, headers, PORT)
    assert (refused[0] if refused else None) == expected


def test_the_guard_stands_before_every_address(desk):
    for path in ("/", "/desk.css", "/news?slug=", "/briefs/breakfast/draft/state", "/no/such/thing"):
        status, headers, text = desk.asked(path, Host="evil.example")
        assert (status, text) == (421, f"This preview answers to {desk.address} alone.")
        assert headers["content-type"] == "text/plain; charset=utf-8"
        assert desk.asked(path, Origin="https://evil.example")[::2] == (
            403,
            "Another page asked for this, and is not let in.",
        )
    status, headers, text = desk.asked("/", "POST")
    assert (status, headers["allow"], text) == (405, "GET, HEAD", "This preview only shows; it changes nothing.")


def test_every_answer_says_what_a_browser_may_do_with_it(desk):
    desk.state()
    for path in ("/", "/list", "/desk.css", "/desk.js", "/briefs/breakfast/draft/", "/briefs/breakfast/draft/state"):
        _, headers, _ = desk.asked(path)
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'"), path
        assert "frame-ancestors 'none'; base-uri 'none'; form-action 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["cache-control"] == "no-store"
        assert "access-control-allow-origin" not in headers


def test_what_was_built_stands_in_a_sandbox_without_the_preview_s_origin(desk):
    status, headers, text = desk.asked("/briefs/breakfast/draft/page/index.html")
    policy = headers["content-security-policy"]
    assert status == 200
    assert policy.startswith("sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox; default-src 'none'")
    assert "allow-same-origin" not in policy
    assert "frame-ancestors 'self'" in policy
    assert "<h1>Do free breakfasts raise attendance?</h1>" in text
    status, headers, text = desk.asked("/briefs/breakfast/draft/page/tables/breakfast-clubs.csv")
    assert (status, headers["content-disposition"]) == (200, "attachment")
    assert desk.asked("/briefs/breakfast/draft/page/audit.html")[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/briefs/lunch/draft/",
        "/briefs/breakfast/print/",
        "/briefs/breakfast/draft/page/../../../../pyproject.toml",
        "/briefs/breakfast/draft/page/%2e%2e/%2e%2e/pyproject.toml",
        "/briefs/..%2fpyproject.toml/draft/",
        "/pyproject.toml",
        "/evidence/studies/north_trial.yaml",
        "/briefs/breakfast/draft/page/nothing.html",
        "/docs",
        "/openapi.json",
    ],
)
def test_an_address_that_leads_nowhere_says_so_and_opens_no_file(desk, path):
    status, _, text = desk.asked(path)
    assert status == 404
    assert "tool.briefkit" not in text
    assert "There is nothing at this address" in text or "There is no page yet" in text


def test_an_address_is_shown_as_words(desk):
    _, _, text = desk.asked("/briefs/%3Cscript%3Ealert(1)%3C/script%3E/draft/")
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_the_index_and_a_brief_are_whole_pages_before_any_script_has_run(desk):
    desk.state()
    _, _, index = desk.asked("/")
    assert '<a href="/briefs/breakfast/draft/">Do free breakfasts raise attendance?</a>' in index
    assert "no problems" in index
    _, _, page = desk.asked("/briefs/breakfast/draft/")
    assert '<a href="/briefs/breakfast/draft/" aria-current="page">Draft</a>' in page
    assert '<a href="/briefs/breakfast/publish/">Publish</a>' in page
    assert 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"' in page
    assert desk.asked("/briefs/breakfast/")[1]["location"] == "/briefs/breakfast/draft/"
    assert desk.asked("/briefs/breakfast/draft/index.html")[1]["location"] == "/"


def test_a_save_is_told_and_made_and_its_problems_are_shown_with_their_lines(tmp_path):
    with serving(own_project(tmp_path / "project")) as desk:
        first = desk.state()
        assert (first["title"], first["words"]) == ("Do free breakfasts raise attendance?", "no problems")
        with desk.news("slug=breakfast&gate=draft") as news:
            desk.write(BRIEF, "[54 of 60]", "[55 of 60]")
            told = []
            while not told or told[-1][0] != "built":
                told.append(next(news))
        assert told[0] == ("working", {"slug": "breakfast", "gate": "", "words": ""})
        assert told[-1] == ("built", {"slug": "breakfast", "gate": "draft", "words": ""})
        state = desk.state()
        assert state["words"] == "1 error"
        assert state["mark"] != first["mark"]
        panel = state["panel"]
        assert '<span class="place">briefs/breakfast.md:12</span>' in panel
        assert (
            '<div class="line here"><span class="number">12</span><code>- Of those offered breakfast, [<mark>55 of 60</mark>]'
            in panel
        )
        assert "<strong>What to do:</strong>" in panel
        assert "<code>bound-words-differ</code>" in panel


def test_both_gates_are_shown_and_publishing_says_what_is_in_the_way(tmp_path):
    root = own_project(tmp_path / "project")
    with serving(root) as desk:
        assert "Nothing is in the way of publishing." in desk.state(gate="publish")["panel"]
        desk.write(TRIAL, "design: randomised controlled trial", "design randomised controlled trial")
        with desk.news("slug=breakfast&gate=publish") as news:
            while next(news)[0] != "built":
                pass
        panel = desk.state(gate="publish")["panel"]
        assert "Publishing would write nothing:</strong> 1 error is in the way." in panel
        assert (
            "<code>evidence/studies/north_trial.yaml</code> cannot be read as it is. The page is that of before."
            in panel
        )


def test_briefs_that_come_and_go_are_told_to_the_index(tmp_path):
    with serving(own_project(tmp_path / "project")) as desk, desk.news("slug=&gate=draft") as news:
        lunch = desk.root / "briefs/lunch.md"
        lunch.write_text((desk.root / BRIEF).read_text("utf-8").replace("breakfasts", "lunches"), "utf-8")
        while next(news) != ("built", {"slug": "lunch", "gate": "draft", "words": ""}):
            pass
        assert "Do free lunches raise attendance?" in desk.asked("/list")[2]
        lunch.unlink()
        while next(news)[0] != "briefs":
            pass
        assert "lunch" not in desk.asked("/list")[2]
        assert desk.asked("/briefs/lunch/draft/")[0] == 200, "who has it open is told that it is gone"


def test_a_template_of_the_preview_with_a_mistake_says_where(tmp_path):
    root = own_project(tmp_path / "project")
    place = root / "templates/desk/index.html.j2"
    place.write_text(place.read_text("utf-8").replace("{% endblock %}", "{% endblok %}"), "utf-8")
    with serving(root) as desk:
        status, _, text = desk.asked("/")
    assert status == 200
    assert "error[template-fault]" in text
    assert "templates/desk/index.html.j2:2" in text
