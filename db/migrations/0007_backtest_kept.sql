CREATE TABLE "backtest" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"question" jsonb NOT NULL,
	"state" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"of" integer,
	"started_at" timestamp (3) with time zone NOT NULL,
	"beat_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"outcome" jsonb,
	CONSTRAINT "backtest_person" UNIQUE("person_id")
);
--> statement-breakpoint
ALTER TABLE "backtest" ADD CONSTRAINT "backtest_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;