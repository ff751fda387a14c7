-- Full text of articles. The parser takes a run of Han characters for one word: spaced, each is a word,
-- and a word of several is searched for as a phrase.
-- The column `research.article.search` is stored: a migration has to make it anew when this text changes its answer.
create or replace function research.article_words(title text, abstract text, authors text[], keywords text[])
returns tsvector language sql immutable parallel safe
set search_path = pg_catalog, pg_temp as $$
  select to_tsvector('pg_catalog.english', regexp_replace(
    concat_ws(' ; ', title, array_to_string(keywords, ' ; '), array_to_string(authors, ' ; '), abstract),
    '([\u2e80-\u9fff\uf900-\ufaff])', ' \1 ', 'g'))
$$;
