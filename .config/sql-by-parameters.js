/**
 * SQL only with parameters. What is put into the text of a statement may only be SQL of our own making: names of tables
 * and columns, and pieces that other functions of ours write. Their names are listed here, so that a new one is a decision;
 * values go as $1, or through Kysely's sql`…`, which makes parameters of them.
 */
const ours = new Set([
  ...['ownTable', 'quoted', 'rollupColumns', 'sql', 'entriesSql', 'stagedFactsSql'],
  ...[
    'table',
    'rollup',
    'own',
    'facts',
    'factColumns',
    'columns',
    'rest',
    'key',
    'dimension',
    'migrationsTable',
  ],
  ...[
    'where',
    'same',
    'returning',
    'when',
    'bound',
    'demanded',
    'lead',
    'faults',
    'reversals',
    'of',
    'order',
    'upToDate',
    'fingerprintSql',
  ],
  // Numbers and names that the program itself counts and makes.
  ...['datasetId', 'batch', 'mostSectors', 'named', 'connection'],
]);

function isOurs(node) {
  switch (node.type) {
    case 'Literal':
      return true;
    case 'Identifier':
      return ours.has(node.name);
    case 'MemberExpression':
      return isOurs(node.object);
    case 'TSNonNullExpression':
      return isOurs(node.expression);
    case 'CallExpression':
      return isOurs(node.callee);
    case 'ConditionalExpression':
      return isOurs(node.consequent) && isOurs(node.alternate);
    case 'BinaryExpression':
      return isOurs(node.left) && isOurs(node.right);
    case 'TemplateLiteral':
      return node.expressions.every(isOurs);
    default:
      return false;
  }
}

/** @type {import('eslint').Rule.RuleModule} */
const rule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { value: 'A value in the text of SQL: give it as a parameter ($1, or sql`…`).' },
  },
  create(context) {
    return {
      CallExpression({ callee, arguments: [text] }) {
        if (callee.type !== 'MemberExpression' || text === undefined) return;
        const { name } = callee.property;
        const raw = name === 'raw' && callee.object.name === 'sql';
        // A statement that is only named was written elsewhere, where this rule looks at it.
        const written = name === 'query' && ['TemplateLiteral', 'BinaryExpression'].includes(text.type);
        if ((raw || written) && !isOurs(text)) context.report({ node: text, messageId: 'value' });
      },
    };
  },
};

export default { rules: { 'sql-by-parameters': rule } };
