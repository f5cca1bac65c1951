import Foundation
import PackagePlugin

/// Embeds `site-templates/` into the target that owns it, anew whenever one of its files changes.
@main
struct EmbedTemplatesPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    let inputs = ["assets", "strings", "templates"].flatMap { subfolder in
      let names = FileManager.default.enumerator(atPath: folder.appending(path: subfolder).path)
      return (names?.allObjects as? [String] ?? []).sorted()
        .map { folder.appending(path: "\(subfolder)/\($0)") }
    }
    return [
      .buildCommand(
        displayName: "Embedding site templates",
        executable: try context.tool(named: "EmbedTemplates").url,
        arguments: [folder.path, output.path], inputFiles: inputs, outputFiles: [output])
    ]
  }
}
