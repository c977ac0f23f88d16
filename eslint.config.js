import boundaries from 'eslint-plugin-boundaries'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Rooms from the ground up; imports go down only. `web` may read rules and the API's generated types. */
const rooms = {
  rules: ['rules'],
  db: ['rules', 'db'],
  activities: ['rules', 'db', 'activities'],
  // Of activities only the types: see below.
  workflows: ['rules', 'workflows', 'activities'],
  api: ['rules', 'db', 'workflows', 'api'],
  web: ['rules', 'web'],
}
const everything = [...Object.keys(rooms), 'scripts', 'tests', 'bench']

export default tseslint.config(
  { ignores: ['node_modules', '.data', 'db/migrations', 'web/dist*', 'web/client/schema.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { boundaries },
    settings: {
      'boundaries/elements': [
        ...Object.keys(rooms).map((type) => ({ type, pattern: type })),
        { type: 'scripts', pattern: 'scripts' },
        { type: 'tests', pattern: 'tests' },
        { type: 'bench', pattern: 'bench' },
      ],
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.json'] } },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            ...Object.entries(rooms).map(([from, allowed]) => ({
              from: { element: { type: from } },
              allow: { to: { element: { type: allowed } } },
            })),
            {
              from: { element: { type: ['scripts', 'tests', 'bench'] } },
              allow: { to: { element: { type: everything } } },
            },
          ],
        },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Rules stand alone: they are read in the browser and in Temporal's sandbox.
    files: ['rules/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\.|temporal-polyfill$)', message: 'rules import nothing outside rules' }] },
      ],
    },
  },
  { files: ['web/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },
  {
    // Workflows see only the types of activities, never their code.
    files: ['workflows/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/activities/**', '**/activities'], allowTypeImports: true, message: 'types only' }] },
      ],
    },
  },
)
