-- What the rates mean, the latest version of each first; only those when $1.
select
    r.code, r.version, r.name_zh, r.name_en, r.numerator_zh, r.numerator_en, r.denominator_zh, r.denominator_en, r.period_zh,
    r.period_en, r.exclusions_zh, r.exclusions_en, r.source, r.in_force_from
from rate r
where not $1::boolean or r.version = (select max(x.version) from rate x where x.code = r.code)
order by r.seq, r.version desc
