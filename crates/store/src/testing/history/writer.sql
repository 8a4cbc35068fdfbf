set session_replication_role = replica;
set maintenance_work_mem = '1GB';
set work_mem = '256MB';
set max_parallel_maintenance_workers = 0;
set statement_timeout = 0;
