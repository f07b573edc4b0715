"""Customers of an import file, again and again."""

from dataclasses import replace
from datetime import date

from cockpit.domain.documents import parse_tax_id
from cockpit.domain.import_records import BlockPeriod, CustomerRecord
from cockpit.domain.vocabulary import Channel, CustomerCategory
from tests.integration.data.conftest import NOW, World
from tests.integration.data.imports.conftest import TODAY, Desk
from tests.integration.data.imports.records import FIXED, MOBILE, PARAFUSOS


def test_a_customer_is_stored_with_everything_it_names(world: World, desk: Desk) -> None:
    ran = desk.take(PARAFUSOS)
    assert ran.verdicts == ["new"]
    (key,) = ran.stored[0].touched
    with world.database.read() as unit:
        profile = unit.customers.profile(key, today=NOW.date())
        columns = unit.work_list.columns(today=NOW.date(), at=NOW)
    assert profile is not None
    assert (profile.code, profile.tax_id, profile.is_tax_id_valid) == (
        "0007", "12ABC34501DE35", True,
    )  # fmt: skip
    assert (profile.segment, profile.region, profile.owner) == ("Metalurgia", "Capital", "Davi Luz")
    assert profile.credit_limit_cents == 1000_00
    assert [(one.display, one.is_primary) for one in profile.phones] == [("(11) 98765-4321", True)]
    assert [(one.name, one.email) for one in profile.persons] == [("Célia", "celia@exemplo.com.br")]
    assert columns.company == ["01"]
    assert "parafusos sao joao" in columns.search_text[0]
    assert "5511987654321" in columns.search_text[0]


def test_the_same_file_again_changes_nothing(desk: Desk) -> None:
    other = replace(PARAFUSOS, code="8", tax_id=parse_tax_id("123"), phones=(FIXED,), email="")
    desk.take(PARAFUSOS, other)
    before = desk.query("SELECT count(*) FROM import_rows")
    again = desk.take(PARAFUSOS, other)
    assert again.verdicts == ["unchanged", "unchanged"]
    assert [one.touched for one in again.stored] == [(), ()]
    assert desk.query("SELECT count(*) FROM import_rows") == before
    assert desk.query("SELECT count(*) FROM users WHERE login LIKE 'erp:%'") == [(1,)]
    assert desk.query("SELECT count(*) FROM companies") == [(1,)]


def test_a_change_is_told_with_what_was_before(world: World, desk: Desk) -> None:
    desk.take(PARAFUSOS)
    moved = replace(PARAFUSOS, city="Campinas", phones=(FIXED, MOBILE), is_blocked=True)
    ran = desk.take(moved)
    assert ran.verdicts == ["changed"]
    (key,) = ran.stored[0].touched
    with world.database.read() as unit:
        profile = unit.customers.profile(key, today=NOW.date())
        columns = unit.work_list.columns(today=NOW.date(), at=NOW)
    assert profile is not None
    assert (profile.city, profile.is_blocked) == ("Campinas", True)
    assert [one.is_primary for one in profile.phones] == [True, False]
    assert "campinas" in columns.search_text[0]
    written = {one.entity: one.before for one in ran.stored[0].written}
    assert written.keys() == {"customers", "phones", "customer_blocks"}
    assert written["phones"] is None
    before = written["customers"]
    assert before is not None
    assert (before["city"], before["is_blocked"]) == ("São Paulo", False)


def test_a_blank_field_erases_nothing(desk: Desk) -> None:
    desk.take(PARAFUSOS)
    bare = CustomerRecord(code="0007", legal_name=PARAFUSOS.legal_name, company="01")
    assert desk.take(bare).verdicts == ["unchanged"]


def test_a_missing_name_keeps_the_known_one(desk: Desk) -> None:
    nameless = CustomerRecord("1", "1", is_name_given=False)
    assert desk.take(nameless).verdicts == ["new"]
    assert desk.take(CustomerRecord("1", "Ferragens Sul")).verdicts == ["changed"]
    assert desk.take(nameless).verdicts == ["unchanged"]
    by_trade_name = CustomerRecord("1", "Sul", trade_name="Sul", is_name_given=False)
    assert desk.take(by_trade_name).verdicts == ["changed"]
    assert desk.query("SELECT legal_name, trade_name FROM customers") == [("Ferragens Sul", "Sul")]


def test_a_code_that_passes_to_another_company_is_flagged(desk: Desk) -> None:
    desk.take(PARAFUSOS)
    branch = replace(PARAFUSOS, legal_name="Filial", tax_id=parse_tax_id("12ABC345000200"))
    other = replace(PARAFUSOS, tax_id=parse_tax_id("11222333000181"))
    assert other.tax_id is not None
    assert other.tax_id.is_valid
    assert desk.take(branch).reasons == []
    desk.take(PARAFUSOS)
    assert desk.take(other).reasons == [], "the same name under a new document"
    desk.take(PARAFUSOS)
    ran = desk.take(replace(other, legal_name="Padaria Norte"))
    assert (ran.verdicts, ran.reasons) == (["changed"], ["customer_document_changed"])
    assert ran.stored[0].reasons[0].as_dict() == {"code": "0007", "value": "12ABC34501DE35"}


def test_company_codes_that_differ_by_leading_zeros_are_one_company(desk: Desk) -> None:
    desk.take(PARAFUSOS)
    assert desk.take(replace(PARAFUSOS, company="1")).verdicts == ["unchanged"]
    assert desk.query("SELECT code FROM companies") == [("01",)]
    desk.take(replace(PARAFUSOS, company="10"))
    assert desk.query("SELECT count(*) FROM companies") == [(2,)]


def test_a_prospect_that_got_a_code_is_found_by_its_document(desk: Desk) -> None:
    prospect = replace(PARAFUSOS, code="", category=CustomerCategory.PROSPECT)
    first = desk.take(prospect).stored[0].touched
    again = desk.take(PARAFUSOS)
    assert (again.verdicts, again.stored[0].touched) == (["changed"], first)
    assert desk.query("SELECT code, category FROM customers") == [("0007", "customer")]


def test_two_codes_with_one_document_stay_two_and_the_younger_is_flagged(desk: Desk) -> None:
    twin = replace(PARAFUSOS, code="0008")
    first = desk.take(PARAFUSOS, twin)
    assert (first.verdicts, first.reasons) == (["new", "new"], ["customer_document_shared"])
    assert first.stored[1].reasons[0].as_dict() == {"codes": "0007"}
    again = desk.take(PARAFUSOS, twin)
    assert (again.verdicts, again.reasons) == (["unchanged"] * 2, ["customer_document_shared"])


def test_a_document_in_two_companies_is_no_oddity(desk: Desk) -> None:
    assert desk.take(PARAFUSOS, replace(PARAFUSOS, code="9", company="02")).reasons == []


def test_the_same_code_in_two_companies_is_two_customers(desk: Desk) -> None:
    other = replace(PARAFUSOS, company="02", tax_id=None, legal_name="Outra Ltda")
    assert desk.take(PARAFUSOS, other).verdicts == ["new", "new"]
    assert desk.take(other, PARAFUSOS).verdicts == ["unchanged", "unchanged"]


def test_two_companies_of_one_name_stay_two(desk: Desk) -> None:
    one = CustomerRecord(code="1", legal_name="Agro Sul")
    other = CustomerRecord(code="2", legal_name="Agro Sul")
    assert desk.take(one, other).verdicts == ["new", "new"]


def test_one_customer_twice_in_a_file_is_stored_once(desk: Desk) -> None:
    assert desk.take(PARAFUSOS, replace(PARAFUSOS, city="Osasco")).verdicts == ["new", "changed"]
    assert desk.query("SELECT city FROM customers") == [("Osasco",)]


def test_a_code_that_passed_on_names_its_new_owner_only(desk: Desk) -> None:
    prospect = replace(PARAFUSOS, code="")
    namesake = CustomerRecord(code="", legal_name=PARAFUSOS.legal_name, company="01")
    desk.take(prospect)
    ran = desk.take(PARAFUSOS, namesake)
    assert ran.verdicts == ["changed", "new"]
    assert desk.take(PARAFUSOS, namesake).verdicts == ["unchanged", "unchanged"]


def test_the_time_follows_the_state_until_somebody_chose_another(desk: Desk) -> None:
    desk.take(replace(PARAFUSOS, state="AM", city="Manaus"))
    assert desk.query("SELECT time_zone FROM customers") == [("America/Manaus",)]
    desk.take(PARAFUSOS)
    assert desk.query("SELECT time_zone FROM customers") == [("America/Sao_Paulo",)]
    with desk.world.engines.writing() as connection:
        connection.exec_driver_sql("UPDATE customers SET time_zone = 'America/Noronha'")
    assert desk.take(PARAFUSOS).verdicts == ["unchanged"]
    desk.take(replace(PARAFUSOS, state="AC", city="Rio Branco"))
    assert desk.query("SELECT time_zone FROM customers") == [("America/Noronha",)]


def test_blocked_periods_follow_what_the_files_say(world: World, desk: Desk) -> None:
    blocked, free = replace(PARAFUSOS, is_blocked=True), replace(PARAFUSOS, is_blocked=False)
    days = [date(2026, 3, day) for day in (2, 4, 9, 11, 11)]
    for record, day in zip((blocked, PARAFUSOS, free, blocked, free), days, strict=True):
        desk.take(record, today=day)
    with world.database.read() as unit:
        blocks = unit.customers.blocks()
    periods = list(zip(blocks.from_day, blocks.until_day, strict=True))
    assert periods == [
        (days[0].toordinal(), days[2].toordinal()),
        (days[3].toordinal(), days[3].toordinal()),
    ]
    (key,) = desk.take(blocked, today=date(2026, 3, 20)).stored[0].touched
    with world.database.read() as unit:
        assert unit.customers.blocks([key]).until_day[-1] is None
        shown = [unit.customers.profile(key, today=day) for day in (days[1], days[2], TODAY)]
    assert [one.is_blocked for one in shown if one] == [True, False, False]


def test_a_block_never_ends_before_it_began(world: World, desk: Desk) -> None:
    desk.take(replace(PARAFUSOS, is_blocked=True), today=date(2026, 3, 10))
    desk.take(replace(PARAFUSOS, is_blocked=False), today=date(2026, 3, 1))
    with world.database.read() as unit:
        blocks = unit.customers.blocks()
    assert blocks.from_day == blocks.until_day


def test_stated_periods_are_kept_as_they_are_once(world: World, desk: Desk) -> None:
    past = BlockPeriod(date(2025, 2, 1), date(2025, 3, 15))
    lasting = BlockPeriod(date(2026, 1, 10))
    blocked = replace(PARAFUSOS, is_blocked=True, blocks=(past, lasting))
    assert desk.take(PARAFUSOS, blocked).verdicts == ["new", "changed"]
    assert desk.take(blocked).verdicts == ["unchanged"]
    within = BlockPeriod(date(2025, 2, 10), date(2025, 2, 12))
    assert desk.take(replace(blocked, blocks=(within,))).verdicts == ["unchanged"]
    ended = BlockPeriod(lasting.from_day, date(2026, 2, 1))
    desk.take(replace(blocked, is_blocked=False, blocks=(past, ended)))
    with world.database.read() as unit:
        blocks = unit.customers.blocks()
    days = [past.from_day, past.until_day, ended.from_day, ended.until_day]
    found = zip(blocks.from_day, blocks.until_day, strict=True)
    assert [day for period in found for day in period] == [day.toordinal() for day in days if day]


def test_no_file_takes_back_a_wish_not_to_be_contacted(world: World, desk: Desk) -> None:
    quiet = replace(PARAFUSOS, closed_channels=frozenset({Channel.PHONE, Channel.WHATSAPP}))
    (key,) = desk.take(PARAFUSOS).stored[0].touched
    assert desk.take(quiet).verdicts == ["changed"]
    assert desk.take(quiet, PARAFUSOS).verdicts == ["unchanged", "unchanged"]

    def closed() -> frozenset[Channel]:
        with world.database.read() as unit:
            profile = unit.customers.profile(key, today=TODAY)
        assert profile is not None
        return profile.forbidden_channels

    assert closed() == quiet.closed_channels
    silent = replace(PARAFUSOS, closed_channels=frozenset(Channel))
    assert desk.take(silent).verdicts == ["changed"]
    assert closed() == frozenset(Channel)
    authors = "SELECT count(*) FROM contact_permissions p JOIN users u ON u.id = p.author_id"
    assert desk.query(f"{authors} WHERE p.channel IS NULL") == [(1,)]
    assert desk.query(authors) == [(3,)]


def test_an_undone_import_leaves_no_wish(desk: Desk) -> None:
    silent = replace(PARAFUSOS, closed_channels=frozenset(Channel))
    assert desk.take(silent, memory=desk.trial()).verdicts == ["new"]
    assert desk.query("SELECT count(*) FROM contact_permissions") == [(0,)]
    ran = desk.take(silent)
    assert desk.query("SELECT count(*) FROM contact_permissions") == [(1,)]
    assert desk.undo(ran.import_id).obstacles == ()
    assert desk.query("SELECT count(*) FROM contact_permissions") == [(0,)]
    assert desk.query("SELECT count(*) FROM customers") == [(0,)]


def test_names_that_are_longer_than_a_code_are_made_once(desk: Desk) -> None:
    long = "Distribuidora de Materiais de Construção e Acabamento do Interior Paulista"
    records = [
        replace(PARAFUSOS, code=str(place), tax_id=None, company=long + end, segment=long + end,
                seller=long * 2 + end)
        for place, end in enumerate((" A", " B"))
    ]  # fmt: skip
    assert desk.take(*records).verdicts == ["new", "new"]
    assert desk.take(*records).verdicts == ["unchanged", "unchanged"]
