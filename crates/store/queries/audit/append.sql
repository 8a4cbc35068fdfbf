-- One line of the log. District and centre follow from the path; the chain's trigger adds number and hashes.
insert into audit (
    district, seq, at, verb, path, centre_zh, centre_en, person, who, as_what_zh, as_what_en, address,
    noun, row_id, subject_zh, subject_en, event, root, before, after, note, before_hash, hash)
select
    c.district, 0, $1, $2, c.path, c.name_zh, c.name_en, $4, $5, $6, $7, $8,
    $9, $10, $11, $12, $13, $14, $15, $16, $17, ''::bytea, ''::bytea
from centre c
where c.path = $3::ltree
