CREATE TABLE "customer_link" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"case_id" text NOT NULL,
	"made_by_id" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"sent_to" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone,
	"answer" jsonb,
	"device" text,
	"fact_id" uuid,
	CONSTRAINT "customer_link_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "customer_link_used" CHECK (("customer_link"."used_at" is null) = ("customer_link"."answer" is null))
);
--> statement-breakpoint
CREATE TABLE "equipment" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"project_id" text,
	"product" text NOT NULL,
	"serial_number" text NOT NULL,
	"place" text,
	"commissioned_on" date,
	"warranty_until_on" date,
	"active" boolean DEFAULT true NOT NULL,
	"label_token" text NOT NULL,
	CONSTRAINT "equipment_label_token_unique" UNIQUE("label_token"),
	CONSTRAINT "equipment_serial" UNIQUE("customer_id","product","serial_number"),
	CONSTRAINT "equipment_period" CHECK ("equipment"."warranty_until_on" >= "equipment"."commissioned_on")
);
--> statement-breakpoint
CREATE TABLE "fault_report" (
	"id" text PRIMARY KEY NOT NULL,
	"equipment_id" text NOT NULL,
	"case_id" text NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"name" text NOT NULL,
	"number" text NOT NULL,
	"fault" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evaluation" (
	"case_id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"programme" text NOT NULL,
	"method" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"person_id" text NOT NULL,
	"assessor_role" text NOT NULL,
	"occasion" text,
	"opened_by_id" text,
	"scores" jsonb,
	"result" jsonb,
	"reason" text,
	"basis" jsonb,
	"assessed_by_id" text,
	"assessed_at" timestamp (3) with time zone,
	"follow_up_note" text,
	CONSTRAINT "evaluation_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "measure" (
	"case_id" text PRIMARY KEY NOT NULL,
	"measure" text NOT NULL,
	"person_id" text NOT NULL,
	"amount_fen" integer DEFAULT 0 NOT NULL,
	"reason" text NOT NULL,
	"evidence_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"attachment_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"record" jsonb NOT NULL,
	"proposed_by_id" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"recommendation_id" uuid,
	"approved" boolean,
	"explanation" text,
	"decided_at" timestamp (3) with time zone,
	"decided_by_id" text,
	"consequence_id" uuid,
	"carried_out_at" timestamp (3) with time zone,
	"carried_out_note" text
);
--> statement-breakpoint
CREATE TABLE "fund_movement" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"amount_fen" integer NOT NULL,
	"about_id" uuid,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"by_id" text NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "fund_taken_back" UNIQUE("about_id")
);
--> statement-breakpoint
CREATE TABLE "bonus" (
	"case_id" text PRIMARY KEY NOT NULL,
	"half" text NOT NULL,
	"lines" jsonb,
	"proposed_at" timestamp (3) with time zone,
	"proposed_by_id" text,
	"approved_at" timestamp (3) with time zone,
	"approved_by_id" text,
	CONSTRAINT "bonus_half" UNIQUE("half")
);
--> statement-breakpoint
CREATE TABLE "pay_rate" (
	"case_id" text PRIMARY KEY NOT NULL,
	"region_id" text NOT NULL,
	"per_day_fen" integer NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"reason" text NOT NULL,
	"proposed_by_id" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"note" text,
	"decided_by_id" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "pay_rate_period" CHECK ("pay_rate"."to_on" >= "pay_rate"."from_on")
);
--> statement-breakpoint
CREATE TABLE "resident_post" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"title" text NOT NULL,
	"need" text NOT NULL,
	"duties" jsonb NOT NULL,
	"permissions" jsonb NOT NULL,
	"places" integer DEFAULT 1 NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone,
	CONSTRAINT "resident_post_period" CHECK ("resident_post"."to_at" > "resident_post"."from_at"),
	CONSTRAINT "resident_post_places" CHECK ("resident_post"."places" between 1 and 99)
);
--> statement-breakpoint
CREATE TABLE "resident_post_holder" (
	"id" text PRIMARY KEY NOT NULL,
	"post_id" text NOT NULL,
	"person_id" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone,
	CONSTRAINT "resident_post_holder_period" CHECK ("resident_post_holder"."to_at" > "resident_post_holder"."from_at")
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by_id" text
);
--> statement-breakpoint
CREATE TABLE "statement" (
	"case_id" text PRIMARY KEY NOT NULL,
	"consequence_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"reader_id" text,
	"required_at" timestamp (3) with time zone NOT NULL,
	"text" text,
	"attachment_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"accepted_by_id" text,
	"note" text,
	CONSTRAINT "statement_entry" UNIQUE("consequence_id")
);
--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "purpose" text;--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "taken_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD COLUMN "for_person_id" text DEFAULT nullif(current_setting('shouyue.acting_for', true), '');--> statement-breakpoint
ALTER TABLE "fact" ADD COLUMN "for_id" text DEFAULT nullif(current_setting('shouyue.acting_for', true), '');--> statement-breakpoint
ALTER TABLE "consequence_seen" ADD COLUMN "by" text DEFAULT 'opened' NOT NULL;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "line" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "rhythm" text;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "request" text;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "asked_by_id" text;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "about_case_id" text;--> statement-breakpoint
ALTER TABLE "service_rating" ADD COLUMN "signature_file_id" text;--> statement-breakpoint
ALTER TABLE "customer_link" ADD CONSTRAINT "customer_link_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_link" ADD CONSTRAINT "customer_link_made_by_id_person_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_link" ADD CONSTRAINT "customer_link_fact_id_fact_id_fk" FOREIGN KEY ("fact_id") REFERENCES "public"."fact"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equipment" ADD CONSTRAINT "equipment_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equipment" ADD CONSTRAINT "equipment_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fault_report" ADD CONSTRAINT "fault_report_equipment_id_equipment_id_fk" FOREIGN KEY ("equipment_id") REFERENCES "public"."equipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fault_report" ADD CONSTRAINT "fault_report_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure" ADD CONSTRAINT "measure_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure" ADD CONSTRAINT "measure_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_movement" ADD CONSTRAINT "fund_movement_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bonus" ADD CONSTRAINT "bonus_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_rate" ADD CONSTRAINT "pay_rate_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_rate" ADD CONSTRAINT "pay_rate_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resident_post" ADD CONSTRAINT "resident_post_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resident_post_holder" ADD CONSTRAINT "resident_post_holder_post_id_resident_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."resident_post"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resident_post_holder" ADD CONSTRAINT "resident_post_holder_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_consequence_id_consequence_id_fk" FOREIGN KEY ("consequence_id") REFERENCES "public"."consequence"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_link_case" ON "customer_link" USING btree ("case_id","purpose");--> statement-breakpoint
CREATE INDEX "equipment_customer_id_index" ON "equipment" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "fault_report_equipment_id_reported_at_index" ON "fault_report" USING btree ("equipment_id","reported_at");--> statement-breakpoint
CREATE INDEX "fault_report_case_id_index" ON "fault_report" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "evaluation_person" ON "evaluation" USING btree ("person_id","to_on");--> statement-breakpoint
CREATE INDEX "evaluation_programme" ON "evaluation" USING btree ("programme","to_on");--> statement-breakpoint
CREATE INDEX "measure_person" ON "measure" USING btree ("person_id","proposed_at");--> statement-breakpoint
CREATE INDEX "fund_person" ON "fund_movement" USING btree ("person_id","occurred_at");--> statement-breakpoint
CREATE INDEX "resident_post_project_id_index" ON "resident_post" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "resident_post_holder_post_id_from_at_index" ON "resident_post_holder" USING btree ("post_id","from_at");--> statement-breakpoint
CREATE INDEX "resident_post_holder_person_id_index" ON "resident_post_holder" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "statement_person" ON "statement" USING btree ("person_id","required_at");--> statement-breakpoint
ALTER TABLE "service_rating" ADD CONSTRAINT "service_rating_signature_file_id_attachment_id_fk" FOREIGN KEY ("signature_file_id") REFERENCES "public"."attachment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE VIEW "public"."held_role" AS (
  select person_id, role, role as granted, region_id, from_at, to_at from person_role
  union all
  select r.person_id, case r.role when 'serviceDirector' then 'serviceSupervisor' else 'serviceDirector' end, r.role, r.region_id,
    greatest(r.from_at, s.from_at), least(r.to_at, s.to_at)
  from person_role r join (
    select v.effective_from_at as from_at, lead(v.effective_from_at) over (order by v.effective_from_at) as to_at, v.reading
    from (
      select distinct on (effective_from_at) effective_from_at, values ->> 'posts.supervisor' as reading
      from policy_version where policy = 'house' and variant = '' order by effective_from_at, version desc) v
  ) s on s.reading is distinct from 'apart' and r.from_at < coalesce(s.to_at, 'infinity') and coalesce(r.to_at, 'infinity') > s.from_at
  where r.role in ('serviceDirector', 'serviceSupervisor'));