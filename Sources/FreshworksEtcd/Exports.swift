// `import FreshworksEtcd` alone is enough for callers: the core's types come with it.
@_exported public import FreshworksCore
