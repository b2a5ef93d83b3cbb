import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { boundaries } from './scripts/lint/boundaries.mjs'

const sources = ['src/**/*.{ts,tsx}']
const tests = ['tests/**/*.{ts,tsx}']

const testSwitches = {
  selector: 'MemberExpression[property.name=/^(only|skip|todo|fixme|fails)$/] > Identifier.object[name=/^(it|test|describe|suite|bench)$/]',
  message: 'No test is switched off or singled out. Where one cannot run, skip at run time with a reason, in tests/e2e/support.',
}

const plaintextDump = {
  selector: 'CallExpression[callee.property.name="serialize"]',
  message: 'serialize() gives the whole database in plain text, whatever its encryption.',
}

export default tseslint.config(
  { ignores: ['out/', 'node_modules/', '.data/', '.cache/', 'test-results/', 'playwright-report/', 'resources/', 'src/**/migrations/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    plugins: { wallguide: { rules: { boundaries } } },
    rules: {
      'wallguide/boundaries': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      'eqeqeq': ['error', 'always'],
      'no-restricted-syntax': ['error', testSwitches],
    },
  },
  {
    files: sources,
    languageOptions: { parserOptions: { project: ['./tsconfig.node.json', './tsconfig.program.json', './tsconfig.electron.json', './tsconfig.browser.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { ignoreIIFE: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // Tight loops over typed arrays, where every index is within bounds by construction.
    files: ['src/risk/**/*.ts', 'src/risk-tools/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['src/main/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', testSwitches, plaintextDump] },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}', 'src/web/islands/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: tests,
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/no-extraneous-class': 'off', '@typescript-eslint/no-empty-function': 'off' },
  },
  {
    // The one place where the shell's suite may say that there is no Electron here.
    files: ['tests/e2e/support/**/*.ts', 'tests/e2e/electron/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
)
