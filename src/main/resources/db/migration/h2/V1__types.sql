-- The bytes of a file. H2's varbinary ends at 1 MiB, so files are blobs here.
create domain file_bytes as blob;
