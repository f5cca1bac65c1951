import SignpostCommands

@main
struct Main {
  @MainActor
  static func main() async {
    await SignpostCommand.runAsAsked()
  }
}
