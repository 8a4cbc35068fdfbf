-- What lay with the draft of a report goes with its case: of voice notes only the latest.
update attachment a
set event = $2, report_draft = null
where a.report_draft = $1
  and (a.media_type not like 'audio/%' or $3 and a.id = (
      select max(b.id) from attachment b where b.report_draft = $1 and b.media_type like 'audio/%'))
