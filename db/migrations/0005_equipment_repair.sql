CREATE TABLE "equipment_repair" (
	"id" text PRIMARY KEY NOT NULL,
	"equipment_id" text NOT NULL,
	"engineer_id" text NOT NULL,
	"repaired_at" timestamp (3) with time zone NOT NULL,
	"case_id" text,
	"work" text NOT NULL,
	"by_id" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "repair_note" (
	"id" text PRIMARY KEY NOT NULL,
	"repair_id" text NOT NULL,
	"kind" text NOT NULL,
	"failed_at" timestamp (3) with time zone,
	"sign_id" text,
	"reason" text NOT NULL,
	"by_id" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "repair_note_failed" CHECK (("repair_note"."kind" = 'stated') = ("repair_note"."failed_at" is not null)),
	CONSTRAINT "repair_note_sign" CHECK (("repair_note"."kind" in ('setAside', 'restored')) = ("repair_note"."sign_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "equipment_repair" ADD CONSTRAINT "equipment_repair_equipment_id_equipment_id_fk" FOREIGN KEY ("equipment_id") REFERENCES "public"."equipment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equipment_repair" ADD CONSTRAINT "equipment_repair_engineer_id_person_id_fk" FOREIGN KEY ("engineer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equipment_repair" ADD CONSTRAINT "equipment_repair_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equipment_repair" ADD CONSTRAINT "equipment_repair_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repair_note" ADD CONSTRAINT "repair_note_repair_id_equipment_repair_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."equipment_repair"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repair_note" ADD CONSTRAINT "repair_note_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "equipment_repair_equipment_id_repaired_at_index" ON "equipment_repair" USING btree ("equipment_id","repaired_at");--> statement-breakpoint
CREATE INDEX "equipment_repair_engineer_id_index" ON "equipment_repair" USING btree ("engineer_id");--> statement-breakpoint
CREATE INDEX "equipment_repair_repaired_at_id_index" ON "equipment_repair" USING btree ("repaired_at","id");--> statement-breakpoint
CREATE INDEX "repair_note_repair_id_index" ON "repair_note" USING btree ("repair_id");