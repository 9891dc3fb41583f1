"""The public addresses: Indonesian paths, English names."""

app_name = "dashboard"
urlpatterns = []
