"""The public addresses: Indonesian paths, English names."""

from django.urls import path

from dashboard import converters
from dashboard.views import (
    follow_ups,
    home,
    indicators,
    methodology,
    programs,
    rakor,
    rankings,
    regions,
    releases,
    scores,
)

converters.register()

app_name = "dashboard"
urlpatterns = [
    path("", home.home, name="home"),
    # peringkat/
    path("peringkat/", rankings.release_list, name="release-list"),
    path("peringkat/<slug:ranking>/", releases.release_detail, name="release-detail"),
    path("peringkat/<slug:ranking>/<int:number>/", releases.release_detail, name="release-version"),
    path("peringkat/<slug:ranking>/<regency:code>/", scores.score_detail, name="score-detail"),
    # daerah/
    path("daerah/", regions.region_list, name="region-list"),
    path("daerah/<region:code>/", regions.region_detail, name="region-detail"),
    # rakor/
    path("rakor/", rakor.rakor_list, name="rakor-list"),
    path("rakor/<slug:slug>/", rakor.rakor_detail, name="rakor-detail"),
    path("tindak-lanjut/", follow_ups.follow_up_list, name="follow-up-list"),
    # program/ and indikator/
    path("program/", programs.program_list, name="program-list"),
    path("program/<owner:owner>/<code:code>/", programs.program_detail, name="program-detail"),
    path("indikator/<owner:owner>/<code:code>/", indicators.indicator_detail, name="indicator-detail"),
    path("metodologi/", methodology.methodology, name="methodology"),
]
