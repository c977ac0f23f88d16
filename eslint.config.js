import boundaries from 'eslint-plugin-boundaries'
import tseslint from 'typescript-eslint'

/** Rooms from the ground up; imports go down only. `web` may read rules and the API's generated types. */
const rooms = {
  rules: ['rules'],
  db: ['rules', 'db'],
  activities: ['rules', 'db', 'activities'],
  workflows: ['rules', 'workflows'],
  api: ['rules', 'db', 'workflows', 'api'],
  web: ['rules', 'web'],
}
const everything = [...Object.keys(rooms), 'worker', 'scripts', 'tests', 'bench']

export default tseslint.config(
  { ignores: ['node_modules', '.data', 'db/migrations'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { boundaries },
    settings: {
      'boundaries/elements': [
        ...Object.keys(rooms).map((type) => ({ type, pattern: type })),
        { type: 'scripts', pattern: 'scripts' },
        { type: 'tests', pattern: 'tests' },
        { type: 'bench', pattern: 'bench' },
        { type: 'worker', pattern: 'worker.ts', mode: 'full' },
      ],
      'import/resolver': { node: { extensions: ['.ts', '.js', '.json'] } },
    },
    rules: {
      'boundaries/element-types': [
        'error',
        {
          default: 'disallow',
          rules: [
            ...Object.entries(rooms).map(([from, allow]) => ({ from, allow })),
            { from: ['worker', 'scripts', 'tests', 'bench'], allow: everything },
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
