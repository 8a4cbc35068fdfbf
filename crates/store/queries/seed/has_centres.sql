select exists (select from centre)
