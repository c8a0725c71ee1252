"""What the guide says of options is what the command says."""

import re

import pytest

from serving import ROOT, run

GUIDE = sorted((ROOT / "docs/guide").glob("*.md"))
FOREIGN = {"--link"}  # of Django's collectstatic
LIMIT = re.compile(r"^\| `([a-z-]+)` \| ([^|]+) \|", re.MULTILINE)


@pytest.fixture(scope="module")
def usage():
    status, text = run("serve", "--help")
    assert status == 0
    return text


@pytest.mark.parametrize("page", GUIDE, ids=lambda page: page.stem)
def test_guide_names_only_options_that_exist(page, usage):
    commands = re.findall(r"^ +krait serve .*|`krait serve[^`]*`|`--[^`]*`", page.read_text(), re.M)
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", " ".join(commands)))
    assert named - FOREIGN <= set(re.findall(r"--[a-z][a-z-]*", usage))


@pytest.mark.parametrize("page", GUIDE, ids=lambda page: page.stem)
def test_krait_toml_of_the_guide_is_understood(page, tmp_path):
    for number, block in enumerate(re.findall(r"```toml\n(.*?)```", page.read_text(), re.S)):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "krait.toml").write_text(block)
        _, output = run("check", cwd=folder)
        for refusal in ("there is no key", "expects", "not TOML", "does not take"):
            assert refusal not in output, output


def test_limits_of_the_guide_have_the_real_defaults(usage):
    table = LIMIT.findall((ROOT / "docs/guide/deploying.md").read_text())
    assert len(table) >= 13
    for name, said in table:
        real = re.search(rf"--{name} .*\[(.*)]", usage).group(1)
        said = said.strip().split(" for ")[0].replace(",", "").replace(" ", "")
        assert real.replace(" ", "") in (said, f"0({said})"), name
