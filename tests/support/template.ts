/** Every test file's database is a copy of this one, which holds the newest schema. */
export const TEMPLATE = 'shouyue_template'
