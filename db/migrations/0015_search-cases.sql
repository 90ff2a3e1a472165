create or replace function text_grams(given text) returns text[]
language sql immutable parallel safe cost 100 as $$
  select array(select substr(r, i, case when ascii(substr(r, i, 1)) < 128 then 3 else 2 end) from string_to_table(regexp_replace(given, '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u3004\u3007-\u3020\ufe10-\ufe6f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+', ' ', 'g'), ' ') r, generate_series(1, length(r)) i)
$$;--> statement-breakpoint
CREATE TABLE "case_texts" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_texts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "case_texts" ADD CONSTRAINT "case_texts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
INSERT INTO case_texts (case_id, text) SELECT id, lower(concat_ws(chr(10), title, body, place) COLLATE "C") FROM cases;--> statement-breakpoint
CREATE INDEX "case_texts_grams_idx" ON "case_texts" USING gin (array_to_tsvector(text_grams("text")));