"""One door: whoever is not signed in meets the same log-in page."""

import pytest

pytestmark = pytest.mark.django_db


def test_logged_out_admin_goes_to_the_log_in_page(client):
    response = client.get("/admin/", follow=True)

    assert response.redirect_chain[-1][0] == "/masuk/?next=/admin/"
    assert response.status_code == 200


def test_admin_log_out_is_the_sites_own(client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("sari"))

    response = client.post("/admin/logout/")

    assert response.headers["Location"] == "/"
    assert "_auth_user_id" not in client.session


def test_log_out_by_a_link_is_refused(client):
    assert client.get("/keluar/").status_code == 405
