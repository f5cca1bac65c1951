import SignpostCommands

@main
struct Main {
  static func main() async {
    await SignpostCommand.main()
  }
}
