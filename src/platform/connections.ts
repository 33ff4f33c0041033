/** Name of the second connection, which queries read through: nobody sees a write before its commit. */
export const READ = 'read';
