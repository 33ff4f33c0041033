import tseslint from 'typescript-eslint';

const clockless = 'Lõi nghiệp vụ không có đồng hồ, không ngẫu nhiên: ngày giờ phải được truyền vào.';
const global = (name) => ({ name, message: clockless });
const member = (object, property) => ({ object, property, message: clockless });

export default tseslint.config(
  { ignores: ['dist', 'data', 'coverage', 'web/src/api/schema.d.ts'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'web/**/*.ts', 'web/**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // A method kept async for the interface it fills need not await anything.
      '@typescript-eslint/require-await': 'off',
      // A name that begins with _ is there to be left out.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    // The domain is handed today's date. It cannot read one, nor wait, nor roll dice.
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'process',
          'performance',
          'crypto',
          'fetch',
          'setTimeout',
          'setInterval',
          'setImmediate',
          'queueMicrotask',
        ].map(global),
      ],
      'no-restricted-properties': [
        'error',
        member('Date', 'now'),
        member('Math', 'random'),
        member('Temporal', 'Now'),
        { object: 'globalThis', message: clockless },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clockless },
        { selector: "CallExpression[callee.name='Date']", message: clockless },
      ],
    },
  },
  {
    // Props written as methods are plain functions.
    files: ['web/**/*.ts', 'web/**/*.tsx'],
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      // The router redirects by throwing.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  {
    // Tests read loosely typed answers (JSON bodies, database rows) and compare them at once.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
