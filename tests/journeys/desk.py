"""How a person works the officials' screens: menu, tabs, rows, pick lists, buttons."""

import re

from django.utils import timezone
from playwright.sync_api import expect


def open_list(page, path):
    """A list of the menu: "meetings/rakor"."""
    page.goto("/admin/")
    page.locator(f"nav a[href='/admin/{path}/']").first.click()
    expect(page).to_have_url(re.compile(f"/admin/{path}/$"))


def add_new(page, path):
    open_list(page, path)
    page.locator(f"a[href='/admin/{path}/add/']").first.click()
    expect(page).to_have_url(re.compile(f"/admin/{path}/add/"))


def open_tab(page, name):
    """A tab of the form; on a narrow screen some stand behind three dots."""
    page.wait_for_load_state()  # until then it is not settled which
    tab = page.locator("#tabs-items, #tabs-dropdown").locator("a", has_text=re.compile(rf"^\s*{name}"))
    if not tab.is_visible():
        page.locator("#tabs-dropdown").locator("xpath=preceding-sibling::div").click()
    tab.click()


def field(page, name):
    return page.locator(f"[name='{name}']")


def fill(page, values):
    """{name of an input: what is typed}; a list of choices is chosen from by its words."""
    for name, value in values.items():
        one = field(page, name)
        if one.evaluate("field => field.tagName") == "SELECT":
            one.focus()
            one.select_option(label=one.locator("option", has_text=value).first.inner_text())
        else:
            one.fill(value)


def pick(page, name, text):
    """Choose from a pick list that asks the server while one types."""
    box = field(page, name).locator("xpath=following-sibling::span[contains(@class, 'select2')]")
    box.click()
    dropped = page.locator(".select2-container--open")
    dropped.locator(".select2-search__field").last.fill(text)
    dropped.locator(".select2-results__option", has_text=text).first.click()
    expect(box).to_contain_text(text)


def add_row(page, part):
    """One more empty row: of "Peran", of "Rumusan hasil"."""
    page.get_by_text(f"Tambah {part}").locator("visible=true").last.click()


def save(page):
    page.get_by_role("button", name="Simpan", exact=True).click()


def press(page, name):
    """A button of the page, or a link that looks like one."""
    page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name)).first.click()


def act(page, name, done, values=()):
    """A button and its page, which asks once more; `values` are filled in there."""
    press(page, name)
    fill(page, dict(values))
    press(page, name)
    expect_message(page, done)


def compute_round(page, title, *, instrument, region, **values):
    """A new round of an instrument, computed; `title` is how the list will name it."""
    add_new(page, "evaluations/round")
    pick(page, "instrument", instrument)
    fill(page, {"as_of": f"{timezone.localdate():%d-%m-%Y}", **values})
    pick(page, "region", region)
    save(page)
    page.get_by_role("link", name=title).last.click()
    act(page, "Hitung", "Evaluasi dihitung.")


def publish_round(page, title, *, basis=(), announced):
    """What a second person does: determine, then publish."""
    open_list(page, "evaluations/round")
    page.get_by_role("link", name=title).click()
    act(page, "Tetapkan", "Evaluasi ditetapkan.", basis)
    act(page, "Umumkan", "Penetapan diumumkan.", announced)


def expect_message(page, said):
    """One of the messages at the top after something was done."""
    expect(page.locator("ul > li > .rounded-default", has_text=said)).to_be_visible()


def expect_refusal(page, said):
    """What the page of an act says when it may not be done."""
    expect(page.locator("form")).to_contain_text([said])
