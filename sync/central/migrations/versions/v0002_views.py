"""The views that others read: docs/central.md says what each column means. A changed view is a new step."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# A detail may hold anything that is JSON: only text is taken as text, and nothing in it makes a view fail.
_POSTGRES = {
    "time": "CASE WHEN {0} BETWEEN 0 AND 253402300799999 THEN to_timestamp({0} / 1000.0) END",
    "text": "CASE WHEN json_typeof(({0})::json -> '{1}') = 'string' THEN ({0})::json ->> '{1}' END",
    "item": "CASE WHEN json_typeof(({0})::json -> '{1}' -> {2}) = 'string' THEN ({0})::json -> '{1}' ->> {2} END",
    "number": "CASE WHEN json_typeof(({0})::json -> '{1}') = 'number' THEN ({0})::json ->> '{1}' END",
    "list": "CASE WHEN json_typeof(({0})::json -> '{1}') = 'array' THEN ({0})::json -> '{1}' ELSE '[]'::json END",
}
_SQLITE = {
    "time": "CASE WHEN {0} BETWEEN 0 AND 253402300799999 "
    "THEN strftime('%Y-%m-%dT%H:%M:%fZ', {0} / 1000.0, 'unixepoch') END",
    "text": "CASE WHEN json_valid({0}) AND json_type({0}, '$.{1}') = 'text' THEN json_extract({0}, '$.{1}') END",
    "item": "CASE WHEN json_valid({0}) AND json_type({0}, '$.{1}[{2}]') = 'text' "
    "THEN json_extract({0}, '$.{1}[{2}]') END",
    "number": "CASE WHEN json_valid({0}) AND json_type({0}, '$.{1}') IN ('integer', 'real') "
    "THEN json_extract({0}, '$.{1}') END",
    "list": "CASE WHEN json_valid({0}) AND json_type({0}, '$.{1}') = 'array' THEN json_extract({0}, '$.{1}') "
    "ELSE '[]' END",
}


def views(postgres: bool) -> dict[str, str]:
    """What each view selects."""
    form = _POSTGRES if postgres else _SQLITE

    def time(column: str) -> str:
        return form["time"].format(column)

    def text(key: str, column: str = "i.detail") -> str:
        return form["text"].format(column, key)

    def item(key: str, place: int) -> str:
        return form["item"].format("i.detail", key, place)

    place = 'i.zone, i.station, i.face, i.session, i."group", i.visit'
    source = "FROM interaction i JOIN log l ON l.number = i.log LEFT JOIN device d ON d.id = l.device"
    interactions = f"""
        SELECT l.id AS log, i.seq, i.id, {time("i.time")} AS time, i.time AS time_ms, i."offset" AS offset_ms,
               d.venue, {place}, i.activity, i.screen, i.verb, i.detail, i.release, i.app
        {source}"""
    # The end of a visit: the first row that says so. Both databases find it by the same small index.
    end = """SELECT e.log, e.seq FROM interaction e
             WHERE e.visit = i.visit AND e.visit <> '' AND e.verb IN ('end', 'interrupted')
             ORDER BY e.log, e.seq LIMIT 1"""
    joined = (
        f"""LEFT JOIN LATERAL (
                SELECT x.* FROM ({end}) y JOIN interaction x ON x.log = y.log AND x.seq = y.seq) e ON true"""
        if postgres
        else f"LEFT JOIN interaction e ON (e.log, e.seq) = ({end})"
    )
    how = text("how", "e.detail")
    ended = "CASE WHEN e.verb = 'end' THEN e.time END"
    most = "GREATEST" if postgres else "max"
    visits = f"""
        SELECT i.visit, {time("i.time")} AS started, {time(f"({ended})")} AS ended,
               CASE WHEN e.verb IS NULL THEN NULL WHEN e.verb = 'interrupted' THEN 'interrupted'
                    WHEN {how} IN ('idle', 'host', 'interrupted') THEN {how} ELSE 'finished' END AS how,
               CASE WHEN e.verb = 'end' AND e.log = i.log AND i.face = 'kiosk' AND e."offset" >= i."offset"
                    THEN (e."offset" - i."offset") / 1000.0
                    WHEN e.verb = 'end' THEN {most}(0, e.time - i.time) / 1000.0 END AS seconds,
               d.venue, i.zone, i.station, i.face, i.session, i."group", i.release, i.app,
               i.time AS started_ms, {ended} AS ended_ms, l.id AS log
        {source}
        {joined}
        WHERE i.verb = 'begin' AND i.visit <> ''"""
    choices = f"""
        SELECT {time("i.time")} AS time, i.time AS time_ms, d.venue, {place}, i.activity, i.screen, i.verb AS did,
               CASE WHEN i.verb = 'reach' THEN {text("ending")} ELSE {text("action")} END AS choice,
               {item("puts", 0)} AS thing, {item("puts", 1)} AS place, {text("to")} AS leads_to,
               i.release, l.id AS log, i.seq
        {source}
        WHERE i.verb IN ('notice', 'say', 'lay', 'reach')"""
    key = text("key")
    point = f"strpos({key}, '.')" if postgres else f"instr({key}, '.')"
    ranked = f"""
        SELECT i.*, {key} AS key, ROW_NUMBER() OVER (
                   PARTITION BY CASE WHEN i.visit = '' THEN i.id ELSE i.visit END, i.activity, {key}
                   ORDER BY i.log DESC, i.seq DESC) AS latest
        FROM interaction i WHERE i.verb IN ('answer', 'write') AND {point} > 1"""
    before, after = (
        ("split_part(i.key, '.', 1)", "substr(i.key, strpos(i.key, '.') + 1)")
        if postgres
        else ("substr(i.key, 1, instr(i.key, '.') - 1)", "substr(i.key, instr(i.key, '.') + 1)")
    )
    each = form["list"].format("i.detail", "answer")
    options = (
        f"LEFT JOIN LATERAL json_array_elements_text({each}) AS o(value) ON true"
        if postgres
        else f"LEFT JOIN json_each({each}) AS o ON true"
    )
    answer = "o.value" if postgres else "CAST(o.value AS TEXT)"
    level = f"CASE WHEN {answer} IN ('1', '2', '3', '4', '5') THEN CAST({answer} AS INTEGER) END"
    characters = form["number"].format("i.detail", "characters")
    whole = (
        f"CAST(CAST({characters} AS NUMERIC) AS INTEGER)"
        if not postgres
        else (f"CASE WHEN ({characters}) ~ '^[0-9]{{1,9}}$' THEN CAST({characters} AS INTEGER) END")
    )
    answers = f"""
        SELECT {time("i.time")} AS time, i.time AS time_ms, d.venue, {place}, i.activity,
               {before} AS moment, {after} AS question, {answer} AS answer, {level} AS level,
               CASE WHEN i.verb = 'write' THEN {whole} END AS characters, i.release, l.id AS log, i.seq
        FROM ({ranked}) i JOIN log l ON l.number = i.log LEFT JOIN device d ON d.id = l.device
        {options}
        WHERE i.latest = 1 AND (i.verb = 'write' OR {answer} IS NOT NULL)"""
    return {
        "v_interactions": interactions,
        "v_visits": visits,
        "v_scenario_choices": choices,
        "v_survey_answers": answers,
    }


def upgrade() -> None:
    for name, query in views(op.get_bind().dialect.name == "postgresql").items():
        op.get_bind().exec_driver_sql(f"CREATE VIEW {name} AS {query}")
