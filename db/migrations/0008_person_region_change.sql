CREATE TABLE "person_region_change" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"region_ids" text[] NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "person_region_change" ADD CONSTRAINT "person_region_change_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_region_change_person_id_from_at_index" ON "person_region_change" USING btree ("person_id","from_at");