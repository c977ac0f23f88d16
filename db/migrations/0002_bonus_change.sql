CREATE TABLE "bonus_change" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"case_id" text NOT NULL,
	"revision" integer NOT NULL,
	"person_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"amount_fen" integer NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bonus_change_once" UNIQUE("case_id","revision","person_id")
);
--> statement-breakpoint
ALTER TABLE "bonus_change" ADD CONSTRAINT "bonus_change_case_id_bonus_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."bonus"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bonus_change_recorded" ON "bonus_change" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "consequence_placeable" ON "consequence" USING btree ("id") WHERE "consequence"."kind" <> 'confirmation' and "consequence"."sample" is null and "consequence"."person_id" is not null;